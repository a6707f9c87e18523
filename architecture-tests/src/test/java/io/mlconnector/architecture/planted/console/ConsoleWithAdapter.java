package io.mlconnector.architecture.planted.console;

import io.mlconnector.architecture.planted.cleo.CleoThatTrustsAll;

record ConsoleWithAdapter(CleoThatTrustsAll cleo) {}
