exports[`with-${process.platform}`] = 1;
