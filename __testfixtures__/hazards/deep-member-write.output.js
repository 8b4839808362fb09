export const config = { list: [] };
config.name = 'deep';
config.list.push(config.name);
config['more'] = 1;
