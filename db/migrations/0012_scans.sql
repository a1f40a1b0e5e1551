CREATE TABLE `scans` (
	`day` text NOT NULL,
	`product_id` integer NOT NULL,
	`road` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `product_id`, `road`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scan_counted" CHECK("scans"."count" > 0)
);
