const key = 'exp' + 'orts';

module[key] = { computed: true };
