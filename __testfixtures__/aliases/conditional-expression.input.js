var target = typeof window === 'undefined' ? exports : (window.lib = {});

target.a = 1;
