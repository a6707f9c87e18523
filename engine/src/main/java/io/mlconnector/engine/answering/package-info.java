/** What partners answer to documents of ours: which ones an answer is about, and those whose answer is overdue. */
@org.jspecify.annotations.NullMarked
package io.mlconnector.engine.answering;
