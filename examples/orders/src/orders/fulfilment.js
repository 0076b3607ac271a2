const steps = ['placed', 'paid', 'picked', 'checked', 'packed', 'handed over', 'delivered'];

/** An order's way through the warehouse, with the history of its steps. */
function startFulfilment() {
  const history = [steps[0]];
  const advance = () => {
    const next = steps[history.length];
    if (!next) throw new Error('the order is already delivered');
    history.push(next);
    return next;
  };
  return { advance, history, isDelivered: () => history.length === steps.length };
}

module.exports = { startFulfilment };
