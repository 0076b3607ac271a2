export default { test: { include: ['tests/*.example.js'], pool: 'forks', reporters: ['./reporter.mjs'] } };
