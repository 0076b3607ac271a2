CREATE TABLE customers (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE
);

CREATE TABLE products (
  id text PRIMARY KEY,
  name text NOT NULL,
  price_cents integer NOT NULL
);

CREATE TABLE stock (
  product text PRIMARY KEY REFERENCES products,
  quantity integer NOT NULL CONSTRAINT stock_not_negative CHECK (quantity >= 0)
);

CREATE TABLE orders (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer text NOT NULL,
  status text NOT NULL DEFAULT 'placed',
  total_cents integer NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT now(),
  address jsonb
);

CREATE TABLE order_lines (
  order_id integer NOT NULL REFERENCES orders ON DELETE CASCADE,
  product text NOT NULL REFERENCES products,
  quantity integer NOT NULL CHECK (quantity > 0),
  price_cents integer NOT NULL
);

INSERT INTO products VALUES
  ('tea', 'Green tea', 450),
  ('mug', 'Mug', 1290),
  ('kettle', 'Kettle', 3995);

INSERT INTO stock VALUES ('tea', 100), ('mug', 20), ('kettle', 1);
