# Figures as a chart of your own: baseline and target in percent, read from the CSV file and drawn as PNG.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
rows <- read.csv(paste0(base, "/v1/plans/urbanization-14fyp/files/indicators.csv"), encoding = "UTF-8")
rows <- rows[rows$unit_code == "%" & !is.na(rows$baseline_value), ]

file <- tempfile(fileext = ".png")
png(file, width = 900, height = 600)
par(mar = c(3, 16, 1, 1)) # room for the names
barplot(rbind(rows$baseline_value, rows$target_value), beside = TRUE, horiz = TRUE, las = 1, names.arg = rows$short_en,
        legend.text = c("baseline", "target"), args.legend = list(x = "right"))
invisible(dev.off())
cat("chart:", file.size(file), "bytes\n")
