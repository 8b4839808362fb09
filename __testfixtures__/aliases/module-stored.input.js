const state = { module };

state.module.exports = { stored: true };
