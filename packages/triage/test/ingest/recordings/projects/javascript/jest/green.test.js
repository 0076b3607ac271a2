it('is green', () => {});
it('is green too', () => {});
