/**
 * Reminds customers of orders that they have not paid, one after the other.
 * @param {{ send: (to: string) => Promise<void> }} options
 */
function createReminders({ send }) {
  const remind = async (customers) => {
    let reminded = 0;
    for (const customer of customers) {
      await send(customer);
      reminded += 1;
    }
    return reminded;
  };

  return { remind };
}

module.exports = { createReminders };
