CREATE TABLE `entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`kind` text NOT NULL,
	`undoes` integer,
	`actor` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`actor`) REFERENCES `addresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_public_id_unique` ON `entries` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_undoes_unique` ON `entries` (`undoes`);--> statement-breakpoint
CREATE TABLE `money` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entry_id` integer,
	`payment_id` integer,
	`unit_id` integer NOT NULL,
	`variant_id` integer,
	`qty` integer NOT NULL,
	`method` text NOT NULL,
	`amount` integer,
	`price_status` text NOT NULL,
	`actor` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor`) REFERENCES `addresses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "money_from_one" CHECK(("money"."entry_id" IS NULL) <> ("money"."payment_id" IS NULL)),
	CONSTRAINT "money_amount_known" CHECK(("money"."amount" IS NULL) = ("money"."price_status" = 'unknown'))
);
--> statement-breakpoint
CREATE INDEX `money_by_time` ON `money` (`at`);--> statement-breakpoint
CREATE INDEX `money_by_entry` ON `money` (`entry_id`);--> statement-breakpoint
CREATE INDEX `money_by_payment` ON `money` (`payment_id`);--> statement-breakpoint
ALTER TABLE `movements` ADD `entry_id` integer REFERENCES entries(id);--> statement-breakpoint
CREATE INDEX `movements_by_entry` ON `movements` (`entry_id`) WHERE entry_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `stock` ADD `low_at` integer;--> statement-breakpoint
ALTER TABLE `stock` ADD `low_told` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- What is written once stays as it was written.
CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER money_no_update BEFORE UPDATE ON money BEGIN SELECT RAISE(ABORT, 'money_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER money_no_delete BEFORE DELETE ON money BEGIN SELECT RAISE(ABORT, 'money_append_only'); END;
