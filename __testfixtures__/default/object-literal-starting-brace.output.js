export default {}.toString;
