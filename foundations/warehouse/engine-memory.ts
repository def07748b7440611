/**
 * How the embedded engine takes memory from the system and gives it back: two arenas, as it inserts on one thread and merges on
 * others, and what it no longer needs within half a second. It reads this when its library is loaded, so that this file is
 * imported before it; what the environment says already stays (https://jemalloc.net/jemalloc.3.html#opt.narenas).
 */
process.env.JE_MALLOC_CONF ??= 'narenas:2,dirty_decay_ms:500,muzzy_decay_ms:0'
