CREATE TABLE `office_seats` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`desk_hash` text NOT NULL,
	`external` text NOT NULL,
	`pin` text NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`wait_until` integer,
	`unlocked_until` integer,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `office_seats_public_id_unique` ON `office_seats` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `office_seats_external_unique` ON `office_seats` (`external`);--> statement-breakpoint
CREATE INDEX `office_seats_by_desk` ON `office_seats` (`desk_hash`) WHERE ended_at IS NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `seen_at` integer;