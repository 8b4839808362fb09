export let version;
version = '1.0';
version += '.0';
