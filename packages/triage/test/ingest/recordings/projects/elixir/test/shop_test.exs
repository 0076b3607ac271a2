defmodule ShopTest do
  use ExUnit.Case

  test "adds up" do
    assert Shop.total([%{price: 2}]) == 2
  end

  describe "discount" do
    test "takes ten in a hundred off" do
      assert Shop.total([%{price: 100}]) == 90
    end
  end

  test "reads a price that is missing" do
    Shop.total([%{}])
  end

  test "waits for all workers" do
    tasks = for _ <- 1..3, do: Task.async(fn -> Shop.answer(5_000) end)
    Task.await_many(tasks, 50)
  end

  test "starts a pool under its own name" do
    {:ok, _} = Shop.Pool.start_link(:shop_pool)
    {:ok, _} = Shop.Pool.start_link(:shop_pool)
  end

  test "checks a worker out" do
    {:ok, _} = Shop.Pool.start_link(:checkout_pool)
    Shop.Pool.checkout(:checkout_pool, 50)
  end

  test "sends to a port that is closed" do
    port = Port.open({:spawn, "cat"}, [:binary])
    Port.close(port)
    Port.connect(port, self())
  end

  test "calls a process that is not there" do
    GenServer.call(:no_such_process, :ping)
  end

  test "is shut down from outside" do
    pid = self()
    spawn_link(fn -> Process.exit(pid, :shutdown) end)
    Process.sleep(1_000)
  end

  @tag timeout: 100
  test "takes too long" do
    Process.sleep(1_000)
  end

  test "keeps a rate" do
    result = %{successful_operations: 0, total: 8}
    assert result.successful_operations >= 6
  end

  @tag :skip
  test "is skipped" do
    :ok
  end

  test "reads {:ok, \"quotes\"} & <tags>" do
    assert {:ok, "a"} = {:error, :enoent}
  end
end
