package io.mlconnector.postgres.audit;

import io.mlconnector.ports.journal.history.Head;
import java.util.Optional;

/**
 * What was verified.
 *
 * @param entries how many
 * @param payloads how many stored payloads; empty if they were left out
 * @param head where the history ends; empty if one document alone was verified
 * @param findings how many deviations were found; 0 if everything is intact
 */
public record AuditResult(long entries, Optional<Long> payloads, Optional<Head> head, long findings) {}
