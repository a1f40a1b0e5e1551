CREATE TABLE `days_off` (
	`day` text PRIMARY KEY NOT NULL,
	`closed` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `stands` ADD `remind_hours` integer;--> statement-breakpoint
ALTER TABLE `stands` ADD `escalate_hours` integer;--> statement-breakpoint
ALTER TABLE `stands` ADD `lapse_hours` integer;--> statement-breakpoint
ALTER TABLE `stands` ADD `collect_hours` integer;--> statement-breakpoint
ALTER TABLE `fulfilments` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `fulfilments` ADD `told` text;--> statement-breakpoint
ALTER TABLE `fulfilments` ADD `told_at` integer;--> statement-breakpoint
CREATE INDEX `fulfilments_due` ON `fulfilments` (`due_at`) WHERE due_at IS NOT NULL;--> statement-breakpoint
ALTER TABLE `order_lines` ADD `agreed` integer;--> statement-breakpoint
ALTER TABLE `questions` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `questions` ADD `told` text;--> statement-breakpoint
ALTER TABLE `questions` ADD `told_at` integer;--> statement-breakpoint
CREATE INDEX `questions_due` ON `questions` (`due_at`) WHERE due_at IS NOT NULL;--> statement-breakpoint
UPDATE `stands` SET `collect_hours` = `expiry_hours`;--> statement-breakpoint
UPDATE `fulfilments` SET `due_at` = 0 WHERE `state` IN ('new', 'quoted', 'ready');--> statement-breakpoint
UPDATE `questions` SET `due_at` = 0 WHERE `open` = 1;
