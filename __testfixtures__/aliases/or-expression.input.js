var target = globalThis.__never__ || exports;

target.a = 1;
