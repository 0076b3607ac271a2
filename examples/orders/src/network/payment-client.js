/**
 * Talks to the payment gateway.
 * @param {{ url: string }} options
 */
function createPaymentClient({ url }) {
  const post = async (path, body) => {
    const response = await fetch(new URL(path, url), { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`the payment gateway answered ${response.status}`);
    return response.json();
  };

  return {
    charge: (orderId, cents) => post('/charges', { orderId, cents }),
    refund: (chargeId) => post('/refunds', { chargeId }),
    status: (chargeId) => post('/status', { chargeId }),
  };
}

module.exports = { createPaymentClient };
