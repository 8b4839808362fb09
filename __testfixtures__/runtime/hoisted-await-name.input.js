var await = 1;

exports.value = await;
