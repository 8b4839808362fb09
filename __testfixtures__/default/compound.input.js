module.exports ||= { never: 'assigned' };
