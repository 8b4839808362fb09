const [out] = arguments;

out.a = 1;
