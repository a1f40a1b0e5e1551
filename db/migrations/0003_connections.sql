CREATE TABLE `connect_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code_hash` text NOT NULL,
	`chat_id` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connect_codes_code_hash_unique` ON `connect_codes` (`code_hash`);--> statement-breakpoint
CREATE INDEX `connect_codes_by_time` ON `connect_codes` (`expires_at`);