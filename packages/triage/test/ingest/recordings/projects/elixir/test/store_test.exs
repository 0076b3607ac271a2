defmodule StoreTest do
  use ExUnit.Case

  setup_all do
    raise "the database is not seeded"
  end

  test "reads" do
    :ok
  end

  test "writes" do
    :ok
  end
end
