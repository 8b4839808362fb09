const { exports: out } = module;

out.a = 1;
out.b = () => out.a;
