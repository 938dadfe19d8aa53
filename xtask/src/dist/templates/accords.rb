class Accords < Formula
  desc "Terminal explorer for agreements between states"
  homepage "https://github.com/{{repository}}"
  version "{{version}}"
  license any_of: ["MIT", "Apache-2.0"]

  on_macos do
    on_arm do
      url "{{address}}/accords-{{version}}-aarch64-apple-darwin.tar.gz"
      sha256 "{{sha256_macos_arm}}"
    end
    on_intel do
      url "{{address}}/accords-{{version}}-x86_64-apple-darwin.tar.gz"
      sha256 "{{sha256_macos_intel}}"
    end
  end

  on_linux do
    on_intel do
      url "{{address}}/accords-{{version}}-x86_64-unknown-linux-musl.tar.gz"
      sha256 "{{sha256_linux_intel}}"
    end
  end

  def install
    bin.install "accords"
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/accords.bash" => "accords"
    zsh_completion.install "completions/_accords"
    fish_completion.install "completions/accords.fish"
    doc.install Dir["*.md", "docs"]
  end

  test do
    assert_match "Mutual recognition", shell_output("#{bin}/accords show borders")
  end
end
