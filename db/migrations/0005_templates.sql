CREATE TABLE `templates` (
	`name` text NOT NULL,
	`language` text NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`heard_at` integer NOT NULL,
	PRIMARY KEY(`name`, `language`)
);
--> statement-breakpoint
ALTER TABLE `chats` ADD `heard_at` integer;