CREATE TABLE "invited_classes" (
	"link_id" uuid NOT NULL,
	"class_group_id" uuid NOT NULL,
	"role" "class_role" NOT NULL,
	CONSTRAINT "invited_classes_link_id_class_group_id_pk" PRIMARY KEY("link_id","class_group_id"),
	CONSTRAINT "invited_classes_role_check" CHECK ("invited_classes"."role" <> 'pupil')
);
--> statement-breakpoint
ALTER TABLE "invited_classes" ADD CONSTRAINT "invited_classes_link_id_one_time_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."one_time_links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invited_classes" ADD CONSTRAINT "invited_classes_class_group_id_class_groups_id_fk" FOREIGN KEY ("class_group_id") REFERENCES "public"."class_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invited_classes_class_index" ON "invited_classes" USING btree ("class_group_id");--> statement-breakpoint
CREATE INDEX "affiliations_former_heads_index" ON "affiliations" USING btree ("valid_to") WHERE "affiliations"."role" = 'schoolHead' and "affiliations"."valid_to" is not null;