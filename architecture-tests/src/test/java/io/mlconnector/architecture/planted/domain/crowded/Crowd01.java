package io.mlconnector.architecture.planted.domain.crowded;

/** The first of sixteen classes of one package, one more than there may be. */
@SuppressWarnings("MultipleTopLevelClasses")
final class Crowd01 {}

final class Crowd02 {}

final class Crowd03 {}

final class Crowd04 {}

final class Crowd05 {}

final class Crowd06 {}

final class Crowd07 {}

final class Crowd08 {}

final class Crowd09 {}

final class Crowd10 {}

final class Crowd11 {}

final class Crowd12 {}

final class Crowd13 {}

final class Crowd14 {}

final class Crowd15 {}

final class Crowd16 {}
