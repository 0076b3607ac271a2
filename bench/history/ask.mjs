// Asks a store about every test, in a process of its own: node ask.mjs ANALYSIS DIRECTORY
const [, , analysis, directory] = process.argv;
const { FileHistoryStore, summariseTests } = await import(analysis);
const summaries = summariseTests(new FileHistoryStore(directory).read());
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    summaries: summaries.length,
    flaky: summaries.filter(({ steadiness }) => steadiness === 'flaky').length,
    outages: summaries.filter(({ outages }) => outages > 0).length,
    allMs: performance.now(),
    cpuMs: (user + system) / 1_000,
    peakMb: process.resourceUsage().maxRSS / 1_024,
  }),
);
