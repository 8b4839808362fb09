const { exports: out, id } = module;

out.a = typeof id;
