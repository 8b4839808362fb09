const holder = [exports];

holder[0].a = 1;
