-- Stand stock is the sum of its movements, by construction.
CREATE TRIGGER stock_follows_movements AFTER INSERT ON movements
BEGIN
  UPDATE stock SET on_hand = on_hand + NEW.qty WHERE variant_id = NEW.variant_id;
END;
--> statement-breakpoint
-- Every variant has a stock row, so that a guarded update always finds one.
CREATE TRIGGER stock_of_every_variant AFTER INSERT ON variants
BEGIN
  INSERT INTO stock (variant_id) VALUES (NEW.id);
END;
--> statement-breakpoint
-- Whoever moves a part moves it from where they saw it: the step carries the version that the part had.
CREATE TRIGGER step_from_seen_version BEFORE INSERT ON fulfilment_steps
WHEN NEW.from_state IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM fulfilments
    WHERE id = NEW.fulfilment_id AND version = NEW.version AND state = NEW.from_state
  )
BEGIN
  SELECT RAISE(ABORT, 'step_from_seen_version');
END;
--> statement-breakpoint
-- What is written once stays as it was written.
CREATE TRIGGER movements_no_update BEFORE UPDATE ON movements BEGIN SELECT RAISE(ABORT, 'movements_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER movements_no_delete BEFORE DELETE ON movements BEGIN SELECT RAISE(ABORT, 'movements_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER payments_no_update BEFORE UPDATE ON payments BEGIN SELECT RAISE(ABORT, 'payments_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER payments_no_delete BEFORE DELETE ON payments BEGIN SELECT RAISE(ABORT, 'payments_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER steps_no_update BEFORE UPDATE ON fulfilment_steps BEGIN SELECT RAISE(ABORT, 'steps_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER steps_no_delete BEFORE DELETE ON fulfilment_steps BEGIN SELECT RAISE(ABORT, 'steps_append_only'); END;
--> statement-breakpoint
INSERT INTO versions (name, value) VALUES ('catalogue', 1);
