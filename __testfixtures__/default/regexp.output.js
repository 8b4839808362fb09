export default /^v(\d+)$/;
