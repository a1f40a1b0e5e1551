CREATE TABLE `acceptances` (
	`invitation_id` integer PRIMARY KEY NOT NULL,
	`address_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`address_id`) REFERENCES `addresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `addresses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`external` text NOT NULL,
	`person_id` integer NOT NULL,
	`unreachable_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_by_external` ON `addresses` (`channel`,`external`);--> statement-breakpoint
CREATE INDEX `addresses_by_person` ON `addresses` (`person_id`);--> statement-breakpoint
CREATE TABLE `aliases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`product_id` integer NOT NULL,
	`variant_id` integer,
	`alias` text NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `aliases_by_product` ON `aliases` (`product_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` integer,
	`what` text NOT NULL,
	`subject` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE TABLE `carts` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `chats` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`external` text NOT NULL,
	`address_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`conversation` text NOT NULL,
	`held_until` integer,
	FOREIGN KEY (`address_id`) REFERENCES `addresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chats_by_external` ON `chats` (`channel`,`external`);--> statement-breakpoint
CREATE INDEX `chats_by_address` ON `chats` (`address_id`);--> statement-breakpoint
CREATE INDEX `chats_held` ON `chats` (`held_until`) WHERE held_until IS NOT NULL;--> statement-breakpoint
CREATE TABLE `dead_letters` (
	`key` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`event` text NOT NULL,
	`error` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `facts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`product_id` integer NOT NULL,
	`attribute` text NOT NULL,
	`value` text,
	`confirmed_by` text,
	`confirmed_at` integer,
	`valid_until` integer,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facts_by_attribute` ON `facts` (`product_id`,`attribute`);--> statement-breakpoint
CREATE TABLE `fulfilment_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`fulfilment_id` integer NOT NULL,
	`version` integer NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`actor` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`fulfilment_id`) REFERENCES `fulfilments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor`) REFERENCES `addresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fulfilment_steps_once` ON `fulfilment_steps` (`fulfilment_id`,`version`);--> statement-breakpoint
CREATE TABLE `fulfilments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`order_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`from_stock` integer NOT NULL,
	`quote_first` integer NOT NULL,
	`pickup_day` text,
	`pickup_now` integer DEFAULT false NOT NULL,
	`ready_day` text,
	`quote_amount` integer,
	`quote_valid_until` integer,
	`reject_reason` text,
	`reject_note` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fulfilments_public_id_unique` ON `fulfilments` (`public_id`);--> statement-breakpoint
CREATE INDEX `fulfilments_by_order` ON `fulfilments` (`order_id`);--> statement-breakpoint
CREATE INDEX `fulfilments_open` ON `fulfilments` (`unit_id`,`state`) WHERE state IN ('new', 'quoted', 'accepted', 'made', 'ready');--> statement-breakpoint
CREATE TABLE `inbox` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `inbox_by_time` ON `inbox` (`at`);--> statement-breakpoint
CREATE TABLE `interests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`variant_id` integer NOT NULL,
	`qty` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `interests_by_person` ON `interests` (`person_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code_hash` text NOT NULL,
	`role` text NOT NULL,
	`unit_id` integer,
	`name` text NOT NULL,
	`created_by` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `addresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_code_hash_unique` ON `invitations` (`code_hash`);--> statement-breakpoint
CREATE TABLE `kinds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kinds_slug_unique` ON `kinds` (`slug`);--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `media` (
	`hash` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `media_handles` (
	`hash` text NOT NULL,
	`channel` text NOT NULL,
	`handle` text NOT NULL,
	PRIMARY KEY(`hash`, `channel`),
	FOREIGN KEY (`hash`) REFERENCES `media`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `movements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`variant_id` integer NOT NULL,
	`kind` text NOT NULL,
	`qty` integer NOT NULL,
	`order_id` integer,
	`actor` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor`) REFERENCES `addresses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "movement_not_zero" CHECK("movements"."qty" <> 0)
);
--> statement-breakpoint
CREATE INDEX `movements_by_variant` ON `movements` (`variant_id`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`fulfilment_id` integer NOT NULL,
	`product_id` integer NOT NULL,
	`variant_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`mode` text NOT NULL,
	`qty` integer NOT NULL,
	`price` integer,
	`price_status` text NOT NULL,
	FOREIGN KEY (`fulfilment_id`) REFERENCES `fulfilments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "line_qty_positive" CHECK("order_lines"."qty" > 0)
);
--> statement-breakpoint
CREATE INDEX `order_lines_by_fulfilment` ON `order_lines` (`fulfilment_id`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`stand_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`chat_id` integer NOT NULL,
	`language` text NOT NULL,
	`stage` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`stand_id`) REFERENCES `stands`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_code` ON `orders` (`code`);--> statement-breakpoint
CREATE INDEX `orders_by_person` ON `orders` (`person_id`);--> statement-breakpoint
CREATE INDEX `orders_by_name` ON `orders` (lower(name));--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`public_id` text,
	`chat_id` integer NOT NULL,
	`cause` text,
	`kind` text NOT NULL,
	`about` text,
	`message` text NOT NULL,
	`replaces` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`external_id` text,
	`error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`chat_id`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_by_public_id` ON `outbox` (`public_id`) WHERE public_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_by_chat` ON `outbox` (`chat_id`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_open_notices` ON `outbox` (`chat_id`,`id`) WHERE about IS NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_about` ON `outbox` (`about`) WHERE about IS NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_by_cause` ON `outbox` (`cause`) WHERE cause IS NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`) WHERE state IN ('pending', 'sending', 'uncertain');--> statement-breakpoint
CREATE TABLE `payments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`order_id` integer NOT NULL,
	`position` integer NOT NULL,
	`status` text NOT NULL,
	`method` text,
	`actor` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor`) REFERENCES `addresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_once` ON `payments` (`order_id`,`position`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_id` text NOT NULL,
	`name` text,
	`phone` text,
	`language` text,
	`notice_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_public_id_unique` ON `persons` (`public_id`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`hours` text NOT NULL,
	`sample` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `products` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`unit_id` integer NOT NULL,
	`kind_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`shelf_number` integer NOT NULL,
	`mode` text NOT NULL,
	`published_by` text,
	`published_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`story` text NOT NULL,
	`sale_unit` text NOT NULL,
	`lead_time_days` integer,
	`max_per_order` integer NOT NULL,
	`photo` text,
	`sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind_id`) REFERENCES `kinds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`photo`) REFERENCES `media`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_slug_unique` ON `products` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `products_shelf_number_unique` ON `products` (`shelf_number`);--> statement-breakpoint
CREATE INDEX `products_by_unit` ON `products` (`unit_id`);--> statement-breakpoint
CREATE TABLE `roles` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`address_id` integer NOT NULL,
	`role` text NOT NULL,
	`unit_id` integer,
	`name` text NOT NULL,
	`granted_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`address_id`) REFERENCES `addresses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `roles_once_per_unit` ON `roles` (`address_id`,`role`,`unit_id`) WHERE ended_at IS NULL AND unit_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `roles_once` ON `roles` (`address_id`,`role`) WHERE ended_at IS NULL AND unit_id IS NULL;--> statement-breakpoint
CREATE INDEX `roles_by_unit` ON `roles` (`unit_id`,`role`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `stands` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`stage` text NOT NULL,
	`time_zone` text NOT NULL,
	`default_language` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`place_id` integer NOT NULL,
	`payment` text,
	`delivery` text,
	`data_keeper` text NOT NULL,
	`expiry_hours` integer NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stands_slug_unique` ON `stands` (`slug`);--> statement-breakpoint
CREATE TABLE `stock` (
	`variant_id` integer PRIMARY KEY NOT NULL,
	`on_hand` integer DEFAULT 0 NOT NULL,
	`allocated` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stock_not_negative" CHECK("stock"."on_hand" >= 0 AND "stock"."allocated" >= 0),
	CONSTRAINT "stock_enough" CHECK("stock"."allocated" <= "stock"."on_hand")
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`order_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `units` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`stand_id` integer NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`about` text NOT NULL,
	FOREIGN KEY (`stand_id`) REFERENCES `stands`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_slug_unique` ON `units` (`slug`);--> statement-breakpoint
CREATE TABLE `variants` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`product_id` integer NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`price` integer,
	`price_status` text NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "variant_price_known" CHECK(("variants"."price" IS NULL) = ("variants"."price_status" = 'unknown')),
	CONSTRAINT "variant_price_not_negative" CHECK("variants"."price" IS NULL OR "variants"."price" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_by_slug` ON `variants` (`product_id`,`slug`);--> statement-breakpoint
CREATE TABLE `versions` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
