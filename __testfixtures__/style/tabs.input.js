exports.f = function () {
	return {
		a: 1,
	};
};
