CREATE TABLE `questions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`number` integer NOT NULL,
	`chat_id` integer NOT NULL,
	`unit_id` integer,
	`product_id` integer,
	`subject` text NOT NULL,
	`open` integer DEFAULT 1 NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answer_language` text,
	`answered_by` integer,
	`answered_at` integer,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `addresses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "question_open_or_not" CHECK("questions"."open" IN (0, 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_public_id_unique` ON `questions` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `questions_number` ON `questions` (`number`) WHERE open = 1;--> statement-breakpoint
CREATE UNIQUE INDEX `questions_asked_once` ON `questions` (`chat_id`,`product_id`,`subject`) WHERE open = 1 AND product_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `questions_asked_once_of_stand` ON `questions` (`chat_id`,`subject`) WHERE open = 1 AND product_id IS NULL;--> statement-breakpoint
CREATE TABLE `talks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`chat_id` integer NOT NULL,
	`reason` text NOT NULL,
	`order_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`asked_at` integer NOT NULL,
	`staff_chat_id` integer,
	`taken_by` integer,
	`taken_at` integer,
	`until` integer,
	`ended_at` integer,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by`) REFERENCES `addresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `talks_public_id_unique` ON `talks` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `talks_one_per_chat` ON `talks` (`chat_id`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `talks_one_per_owner` ON `talks` (`staff_chat_id`) WHERE ended_at IS NULL AND staff_chat_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `talks_by_order` ON `talks` (`order_id`) WHERE order_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `unmet_wishes` (
	`day` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `products` ADD `unit_sizes` text DEFAULT '{}' NOT NULL;