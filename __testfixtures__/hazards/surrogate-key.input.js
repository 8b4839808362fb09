exports['\ud800'] = 1;
