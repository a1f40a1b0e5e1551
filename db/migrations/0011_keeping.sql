CREATE TABLE `data_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `data_links_key_hash_unique` ON `data_links` (`key_hash`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`done_at` integer,
	`public_ids` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `erasures_person_id_unique` ON `erasures` (`person_id`);--> statement-breakpoint
CREATE TABLE `retention` (
	`rule` text PRIMARY KEY NOT NULL,
	`ran_at` integer NOT NULL,
	`last_count` integer DEFAULT 0 NOT NULL,
	`last_at` integer,
	`total` integer DEFAULT 0 NOT NULL,
	`mark` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `seals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`about` text NOT NULL,
	`row_id` integer NOT NULL,
	`before` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seals_hash_unique` ON `seals` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `seals_in_one_chain` ON `seals` (`before`);--> statement-breakpoint
CREATE UNIQUE INDEX `seals_once` ON `seals` (`about`,`row_id`);--> statement-breakpoint
CREATE TABLE `tallies` (
	`day` text NOT NULL,
	`what` text NOT NULL,
	`unit_id` integer NOT NULL,
	`product_id` integer NOT NULL,
	`intent` text NOT NULL,
	`language` text NOT NULL,
	`channel` text NOT NULL,
	`answered` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `what`, `unit_id`, `product_id`, `intent`, `language`, `channel`, `answered`)
);
--> statement-breakpoint
ALTER TABLE `persons` ADD `formerly` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `orders_with_name` ON `orders` (`created_at`) WHERE name <> '';--> statement-breakpoint
CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'seals_append_only'); END;
--> statement-breakpoint
CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'seals_append_only'); END;
