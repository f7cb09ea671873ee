# Builds of chatlint. Needs Go and the usual tools of a shell.

VERSION   ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
PLATFORMS ?= linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
DIST      ?= dist
# No path, build ID or state of the working tree goes into a binary.
GOFLAGS_RELEASE = -trimpath -buildvcs=false -ldflags '-s -w -buildid= -X main.release=$(VERSION)'
CYCLONEDX = github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0

.PHONY: build test check bench release verify sbom clean

build: ## a binary for this machine
	CGO_ENABLED=0 go build $(GOFLAGS_RELEASE) -o chatlint ./cmd/chatlint

test:
	go test ./...

check: ## everything that must hold before a change goes in
	.ci/run

bench: ## speed and memory of scans, beside gzip, and of the single stages
	go run ./cmd/chatlint-bench --stages $(BENCHFLAGS)

release: $(PLATFORMS:%=$(DIST)/%) sbom ## binaries for all platforms, checksums and bill of materials
	cd $(DIST) && sha256sum chatlint_* *.json > SHA256SUMS
	@cat $(DIST)/SHA256SUMS

# $(DIST)/linux/amd64 is a name only; the file is chatlint_VERSION_linux_amd64.
.PHONY: $(PLATFORMS:%=$(DIST)/%)
$(PLATFORMS:%=$(DIST)/%): $(DIST)/%:
	@mkdir -p $(DIST)
	CGO_ENABLED=0 GOOS=$(word 1,$(subst /, ,$*)) GOARCH=$(word 2,$(subst /, ,$*)) \
	  go build $(GOFLAGS_RELEASE) \
	  -o $(DIST)/chatlint_$(VERSION)_$(word 1,$(subst /, ,$*))_$(word 2,$(subst /, ,$*))$(if $(filter windows/%,$*),.exe) ./cmd/chatlint

verify: ## build twice, from two folders and with two caches: the hashes must agree
	.ci/reproducible $(PLATFORMS)

sbom: ## bill of materials of the binary, in CycloneDX
	@mkdir -p $(DIST)
	go run $(CYCLONEDX) app -json -licenses -noserial -output $(DIST)/sbom.tmp -main cmd/chatlint .
	grep -v '"timestamp"' $(DIST)/sbom.tmp > $(DIST)/chatlint_$(VERSION).cdx.json
	rm $(DIST)/sbom.tmp

clean:
	rm -rf $(DIST) chatlint
