const holder = { out: exports };

holder.out.a = 1;
