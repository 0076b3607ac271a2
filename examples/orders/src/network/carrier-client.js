/**
 * Books parcels with the carrier.
 * @param {{ url: string, account?: string }} options
 */
function createCarrierClient({ url, account = 'orders-sandbox' }) {
  /** @returns {Promise<string>} the tracking number */
  const book = async (orderId) => {
    const response = await fetch(new URL('/parcels', url), {
      method: 'POST',
      body: JSON.stringify({ account, orderId }),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(`Carrier answered ${response.status} ${response.statusText}: ${answer.reason}`);
    }
    return answer.tracking;
  };

  return { book };
}

module.exports = { createCarrierClient };
