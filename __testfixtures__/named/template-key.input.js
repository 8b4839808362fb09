exports[`plain`] = 1;
exports[`with-${'dash'}`.length > 0 ? 'picked' : 'other'] = 2;
