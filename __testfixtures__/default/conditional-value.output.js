export default process.platform === 'never' ? { sep: '\\' } : { sep: '/' };
