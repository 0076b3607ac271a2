require('./no-such-module.js');
it('never runs', () => {});
