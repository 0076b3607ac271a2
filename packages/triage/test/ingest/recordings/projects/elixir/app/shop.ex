defmodule Shop do
  @moduledoc false

  def total(items), do: Enum.reduce(items, 0, fn item, sum -> sum + item.price end)

  def answer(after_ms) do
    Process.sleep(after_ms)
    :answered
  end
end

defmodule Shop.Pool do
  @moduledoc false
  use GenServer

  def start_link(name), do: GenServer.start_link(__MODULE__, nil, name: name)
  def checkout(name, limit), do: GenServer.call(name, :checkout, limit)

  @impl true
  def init(state), do: {:ok, state}

  @impl true
  def handle_call(:checkout, _from, state), do: {:noreply, state}
end
