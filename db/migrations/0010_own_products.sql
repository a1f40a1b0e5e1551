ALTER TABLE `products` ADD `removed_at` integer;--> statement-breakpoint
ALTER TABLE `units` ADD `sample` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `variants` ADD `removed_at` integer;--> statement-breakpoint
-- Stands that were set up before this: the units of the sample stand are those of its products.
UPDATE units SET sample = 1
WHERE slug IN ('lapas-kelas-1-tangerang', 'lapas-perempuan-2a-tangerang', 'rutan-kelas-1-tangerang')
  AND EXISTS (SELECT 1 FROM products WHERE unit_id = units.id AND sample = 1)
  AND NOT EXISTS (SELECT 1 FROM products WHERE unit_id = units.id AND sample = 0);
--> statement-breakpoint
DROP TRIGGER movements_no_delete;
--> statement-breakpoint
-- What happened stays as it was written. The invented opening stock of a sample never happened: it goes with the sample.
CREATE TRIGGER movements_no_delete BEFORE DELETE ON movements
WHEN NOT (
  OLD.actor IS NULL AND OLD.order_id IS NULL
  AND EXISTS (
    SELECT 1 FROM variants JOIN products ON products.id = variants.product_id
    WHERE variants.id = OLD.variant_id AND products.sample = 1
  )
)
BEGIN
  SELECT RAISE(ABORT, 'movements_append_only');
END;
