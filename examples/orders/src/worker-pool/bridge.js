/**
 * Forecasts by way of a pool of workers.
 * @param {{ run: (command: string, input: unknown) => Promise<unknown> }} pool
 */
function createBridge(pool) {
  /** Asks for a forecast of each product at once and says how each request went. */
  const forecastAll = async (series) => {
    const outcomes = await Promise.allSettled(series.map((sold) => pool.run('predict', { sold })));
    const succeeded = outcomes.filter(({ status }) => status === 'fulfilled');
    return {
      requested: series.length,
      succeeded: succeeded.length,
      forecasts: succeeded.map(({ value }) => value),
    };
  };

  return { forecastAll };
}

module.exports = { createBridge };
