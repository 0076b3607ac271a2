jest.retryTimes(2);
let calls = 0;
it('passes on the second attempt', () => {
  calls += 1;
  expect(calls).toBe(2);
});
